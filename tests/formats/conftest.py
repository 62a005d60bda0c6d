import sys
from pathlib import Path

# `papers` makes what several test modules of this room look at.
sys.path.insert(0, str(Path(__file__).parent))
