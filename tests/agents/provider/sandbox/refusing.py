"""Stands in for the launcher on a machine that forbids namespaces: ends as that one does."""

import sys

from agents.provider.sandbox.launcher import UNAVAILABLE

if __name__ == "__main__":
    sys.stdin.read()
    print("unshare(0x7c020000): Operation not permitted", file=sys.stderr)
    sys.exit(UNAVAILABLE)
