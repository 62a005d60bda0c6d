"""`python -m foedera`."""

import sys

from foedera.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
