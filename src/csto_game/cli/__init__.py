"""The command line: one subcommand a module, each importing what it needs when it runs."""

from csto_game.cli.main import main

__all__ = ["main"]
