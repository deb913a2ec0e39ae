"""The arguments of a modder's subcommands."""

from __future__ import annotations

import argparse

from csto_game.cli.arguments import count


def test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a package's folder, or its id")
    parser.add_argument("--only", metavar="ID", help="tests whose id begins so")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder that is new or empty")
    parser.add_argument("--id", metavar="ID", help="the package's id (the folder's name)")


def fmt(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a package's folder, or a file")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it would")


def schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FILE", help="write it there, and show editors' settings")


def docs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="a scenario's folder, or its id")
    parser.add_argument("--to", metavar="FILE", help="write it there: .html or .md")
    parser.add_argument("--reference", action="store_true", help="the reference of the format")
    parser.add_argument(
        "--about", action="store_true", help="who made a package, its README and licence"
    )


def graph(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a scenario's folder, or its id")
    parser.add_argument("--format", choices=("text", "mermaid", "svg"), default="text")
    parser.add_argument("--around", metavar="ADDRESS", help="only what is near this thing")
    parser.add_argument("--steps", type=count, default=2, metavar="N", help="how near (2)")
    parser.add_argument("--to", metavar="FILE", help="write it there instead of the output")


def preview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a scenario's folder, or its id")
    parser.add_argument("address", metavar="ADDRESS", help="incident.ID or verb.ID")
    parser.add_argument("--seat", default="", metavar="CODE", help="for whom (the first it fits)")


def pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a package's folder")
    parser.add_argument("--to", metavar="FILE.zip", help="its file (ID-VERSION.zip)")


def upgrade(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a package's folder")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it would")


def i18n(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("deed", choices=("extract", "update", "check"), help="what to do")
    parser.add_argument(
        "path", metavar="PATH", help="a package's folder; interface: the program itself"
    )
    parser.add_argument("language", metavar="LANG", help="a language's code, such as ru or pt_BR")
