"""
`kumiai module`: begin a module of one's own, in a checkout.

    module new NAME --> page, tests, a place among the modules --cli.render--> all that follows
"""

import argparse
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from chain.types.primitives import Address
from cli.errors import CommandFailed
from cli.output import print_json, print_line, print_table, waiting
from cli.parser import Parser, Subparsers, add_command
from cli.scaffold.checkout import Checkout, open_checkout
from cli.scaffold.draft import Draft, draft, template_words
from cli.scaffold.names import Name, parse_name

RENDER_S_MAX: Final = 300  # seconds the renderer may take
RENDERER: Final = "grpc_tools"  # what renders proto files; of the development tools
NEXT: Final = (
    "pytest tests/modules/{name}",
    "make render",
    "kumiai devnet --reset",
)


def register(subparsers: Subparsers) -> None:
    """Declare `module` and its command."""
    module = add_command(
        subparsers, "module", "begin a module of your own", None, "kumiai module new prize_draw"
    )
    commands = module.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    new = add_command(
        commands,
        "new",
        "write a module's page and tests into a checkout, and all that follows from them",
        run_new,
        "kumiai module new prize_draw --address 0x0B00",
    )
    new.add_argument("name", metavar="NAME", help="its package, as `tx` and `query` call it")
    new.add_argument(
        "--address", type=_address_type, metavar="0x…", help="default: the first free from 0x0B00"
    )
    new.add_argument("--directory", default=".", metavar="DIR", help="the checkout (default: here)")
    new.add_argument("--dry-run", action="store_true", help="say what would be written")
    new.add_argument("--json", action="store_true", help="print JSON for programs")


def _address_type(text: str) -> int:
    """Return an address a flag gives as a number; argparse says what is wrong."""
    try:
        return int(text, 16)
    except ValueError:
        raise argparse.ArgumentTypeError(f"hex like 0x0B00 expected, found {text[:48]!r}") from None


def run_new(args: argparse.Namespace) -> int:
    """Write a module, or say what would be written."""
    from cli.scaffold.reserved import reserved  # all of JSON-RPC is asked: loading it takes seconds

    checkout = open_checkout(Path(args.directory))
    name = parse_name(args.name, reserved() | template_words() | checkout.taken())
    address = checkout.free_address(args.address)
    found = draft(checkout, name, address)
    rendered = [] if args.dry_run else _write(checkout, found)
    rows = [
        *(("new", str(path)) for path in found.new),
        *(("changed", str(path)) for path in found.changed),
        *(("rendered", path) for path in rendered),
    ]
    _show(args, name, address, rows)
    return 0


def _write(checkout: Checkout, found: Draft) -> list[str]:
    """Write the draft and everything that follows from it; returns the paths of the latter."""
    if find_spec(RENDERER) is None:
        raise CommandFailed(f"{RENDERER} is missing, which renders proto files: run `make setup`")
    found.write(checkout)
    with waiting("rendering interfaces, protos, clients and pages"):
        return _render(checkout)


def _render(checkout: Checkout) -> list[str]:
    """Run the checkout's own renderer, which loads the module that this process has not."""
    places = [str(checkout.root), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(
        [sys.executable, "-m", "cli.render"],
        cwd=checkout.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=RENDER_S_MAX,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise CommandFailed(f"the module is written, its renderings are not: {last}")
    return done.stdout.split()


def _show(
    args: argparse.Namespace, name: Name, address: Address, rows: list[tuple[str, str]]
) -> None:
    commands = [command.format(name=name.text) for command in NEXT]
    if args.json:
        kinds = {kind: [p for k, p in rows if k == kind] for kind in ("new", "changed", "rendered")}
        place = "0x" + address.hex()
        print_json({"module": name.text, "address": place, **kinds, "next": commands})
        return
    where = f"0x{int.from_bytes(address, 'big'):04X}"
    title = f"{name.text} at {where}" + (" would be written so" if args.dry_run else "")
    print_table(["what", "file"], rows, title)
    for command in () if args.dry_run else commands:
        print_line(f"next: {command}")
