"""
Recorded requests and answers of ethereum/execution-apis: files of lines, exchange by exchange.

    // what it shows
    >> {"jsonrpc":"2.0","id":1,"method":"eth_chainId"}
    << {"jsonrpc":"2.0","id":1,"result":"0xc72dd9d5e883e"}
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chain.errors import Malformed
from cli.errors import CommandFailed
from cli.files import read_bounded

RECORDING_BYTES_MAX: Final = 10_000_000  # bytes of one file
SPEC_ONLY: Final = "speconly:"  # of answers that may differ from client to client


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, as its bytes, and the recorded answer."""

    request: bytes
    answer: Any


@dataclass(frozen=True, slots=True)
class Recording:
    """One file; where `is_spec_only`, answers need the recorded form, not the recorded values."""

    name: str  # "eth_call/call-contract"
    is_spec_only: bool
    exchanges: tuple[Exchange, ...]


def parse_recording(name: str, text: str) -> Recording:
    """Read one file; raises Malformed."""
    comments, requests, answers = [], [], []
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, rest = line[:2], line[2:].strip()
        if mark == "//":
            comments.append(rest)
        elif mark == ">>":
            requests.append(rest.encode())
        elif mark == "<<":
            answers.append(rest)
        else:
            raise Malformed(f"{name}: a line of //, >> or << expected, found {line[:40]!r}")
    if len(requests) != len(answers) or not requests:
        raise Malformed(f"{name}: {len(requests)} requests and {len(answers)} answers")
    try:
        decoded = [json.loads(answer) for answer in answers]
    except ValueError as cause:
        raise Malformed(f"{name}: an answer is no JSON: {cause}") from cause
    is_spec_only = any(comment.startswith(SPEC_ONLY) for comment in comments)
    exchanges = tuple(map(Exchange, requests, decoded))
    return Recording(name, is_spec_only, exchanges)


def read_recordings(directory: Path) -> list[Recording]:
    """Return every recording below a directory, in order; raises CommandFailed, Malformed."""
    paths = sorted(directory.glob("*/*.io"))
    if not paths:
        raise CommandFailed(f"no recordings (METHOD/NAME.io) at {directory}: name their directory")
    return [
        parse_recording(
            f"{path.parent.name}/{path.stem}", read_bounded(path, RECORDING_BYTES_MAX).decode()
        )
        for path in paths
    ]
