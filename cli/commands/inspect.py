"""`kumiai inspect`: what a stopped node holds, without changing it."""

import argparse
from dataclasses import asdict
from typing import Any

from cli.config import home_of, load_config
from cli.inspection import Findings, inspect_home
from cli.output import print_fields, print_json, print_line, print_note, print_table, waiting
from cli.parser import Subparsers, add_command, add_home


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "inspect",
        "show what a stopped node holds, and whether its files agree",
        run,
        "kumiai inspect --home ./node",
    )
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Print the findings; status 1 where the files contradict one another."""
    config = load_config(home_of(args.home))
    with waiting("reading the node's files"):
        found = inspect_home(config)
    if args.json:
        print_json(asdict(found))
    else:
        _print(found)
    return 1 if found.problems else 0


def _print(found: Findings) -> None:
    print_fields([(name.replace("_", " "), _text(value)) for name, value in found.chain.items()])
    print_table(
        ["validator", "power", "priority"],
        [[v["validator"], f"{v['power']:,}", f"{v['priority']:,}"] for v in found.validators],
        "who decides the next block",
    )
    for log in found.logs:
        print_line(f"log of height {log['height']:,}: {log['records']:,} records")
    if found.sign_state is None:
        print_line("no sign state: this home signs nothing")
    else:
        state = found.sign_state
        steps = ", ".join(state["signed"]) or "nothing"
        print_line(
            f"{state['validator']} has signed {steps} at height {state['height']:,} "
            f"round {state['round']}"
        )
    for problem in found.problems:
        print_note(f"problem: {problem}")


def _text(value: Any) -> str:
    return "none" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
