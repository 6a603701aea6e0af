"""`kumiai version`: which version this is, of which commit."""

import argparse
import platform

from cli.output import print_json, print_line
from cli.parser import Subparsers, add_command, add_home
from cli.version import UNKNOWN, commit, version


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers, "version", "show the version and its commit", run, "kumiai version --json"
    )
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Print the version."""
    found, made_of = version(), commit()
    if args.json:
        known = None if made_of == UNKNOWN else made_of
        print_json({"version": found, "commit": known, "python": platform.python_version()})
    else:
        print_line(f"kumiai {found} (commit {made_of[:12]}, Python {platform.python_version()})")
    return 0
