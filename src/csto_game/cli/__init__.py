"""The command line."""

from csto_game import __version__

__all__ = ["main"]


def main() -> int:
    """Print the version; returns the exit code."""
    print(f"csto {__version__}")
    return 0
