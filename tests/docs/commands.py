"""
Commands that pages show or mention, and whether the command line's own parser understands them.

    block    $ kumiai status --home net/node0      must be understood as it stands
    prose    `kumiai validator edit`               may name a command and leave its words out
"""

import argparse
import itertools
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cli.arguments import method_called, module_called
from cli.commands import query, tx
from cli.errors import UsageWrong
from modules import assemble
from tests.docs.page import INTERRUPT, Block, blocks_of, commands_of

SHELLS: Final = ("", "sh", "console")  # languages of blocks that hold commands
FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
MENTION: Final = re.compile(r"`(kumiai(?:\s[^`]*)?)`")
ASSIGNMENT: Final = re.compile(r"[A-Z_]+=")
# What a page leaves to its reader, and what may stand there: an address, a hash, a number, a place.
HOLE: Final = re.compile(r"\$\w+|0x[A-Z_…]+|\bHOST:PORT\b|(?<= )N\b")
OPEN: Final = ("MODULE", "VIEW", "CALL", "prize_draw")  # the last is made by a tutorial
SAMPLES: Final = ("0x" + "11" * 20, "0x" + "11" * 32, "1", "127.0.0.1:9090")
# Programs that a machine which builds this has not: the reason, and the test in their place.
NOT_HERE: Final = {
    "docker": ("needs an engine that runs as root's daemon", "tests/deploy/test_docker.py"),
    "kubectl": ("needs a cluster", "tests/deploy/test_deploying_page.py"),
    "helm": ("installs into a cluster", "tests/deploy/test_helm.py"),
}


def typed_in(block: Block) -> Iterator[str]:
    """Yield what is typed in a block, without its comments; nothing where it holds no commands."""
    if block.language not in SHELLS:
        return
    if block.language == "console":
        lines = [command.typed for command in commands_of(block)]
    else:
        lines = block.text.replace("\\\n", " ").splitlines()
    for line in lines:
        words = re.sub(r"(^|\s)#.*", "", line).strip()
        if words and words != INTERRUPT:
            yield words


def program_of(line: str) -> str:
    """Return the program that a line starts, or its first word of the shell's."""
    words = line.split()
    return next((word for word in words if not ASSIGNMENT.match(word)), words[0])


def shown(page: Path) -> Iterator[str]:
    """Every command of `kumiai` in a page's blocks."""
    for block in blocks_of(page):
        yield from (line for line in typed_in(block) if program_of(line) == "kumiai")


def mentioned(page: Path) -> Iterator[str]:
    """Every command of `kumiai` between backquotes outside a page's blocks, in one line."""
    prose = FENCED.sub("", page.read_text())
    yield from (" ".join(match[1].split()) for match in MENTION.finditer(prose))


def is_understood(parser: argparse.ArgumentParser, line: str) -> bool:
    """Whether the command line understands a command, with something in its holes."""
    line = re.split(r" && | \| ", line.replace("\\\n", " "))[0]
    holes = len(HOLE.findall(line))
    for samples in itertools.product(SAMPLES, repeat=holes):
        filling = iter(samples)
        words = shlex.split(HOLE.sub(lambda _, filling=filling: next(filling), line))
        if _parses(parser, words[1:]):
            return True
    return False


def is_named(parser: argparse.ArgumentParser, line: str) -> bool:
    """Whether a mention is of a command: of nothing but its words, and of `--help` at most."""
    for word in line.removesuffix(" --help").split()[1:]:
        nested = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
        if word == "COMMAND" and nested:
            return True
        if not nested or word not in nested[0].choices:
            return False
        parser = nested[0].choices[word]
    return True


def _parses(parser: argparse.ArgumentParser, words: list[str]) -> bool:
    try:
        args = parser.parse_args(words)
    except SystemExit:
        return False
    return args.run not in (query.run, tx.run) or _is_declared(args)


def _is_declared(args: argparse.Namespace) -> bool:
    """Whether a query or a transaction names what a module declares, or a word of its own."""
    if args.subject in (*query.WORDS, tx.SEND, *OPEN):
        return True
    try:
        module = module_called(assemble(), args.subject)
        if args.words and args.words[0] not in OPEN:
            method_called(module, args.words[0], is_view=args.run is query.run)
    except UsageWrong:
        return False
    return True
