import sys
from pathlib import Path

# `errands` must be known by name in the processes of a runner.
sys.path.insert(0, str(Path(__file__).parent))
