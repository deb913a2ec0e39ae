"""`python -m csto_game` is `csto`."""

import sys

from csto_game.cli import main

if __name__ == "__main__":
    sys.exit(main())
