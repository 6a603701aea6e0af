"""`kumiai version`: which version this is."""

import argparse
import platform
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from cli.output import print_json, print_line
from cli.parser import Subparsers, add_command, add_home

UNINSTALLED = "unknown"  # running from files that were never installed


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(subparsers, "version", "show the version", run, "kumiai version --json")
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Print the version."""
    try:
        found = installed_version("kumiai")
    except PackageNotFoundError:
        found = UNINSTALLED
    if args.json:
        print_json({"version": found, "python": platform.python_version()})
    else:
        print_line(f"kumiai {found} (Python {platform.python_version()})")
    return 0
