"""The public transaction tests, through the codec and the stateless checks."""

import json
from pathlib import Path
from typing import Any

import pytest

from chain.codec import decode_transaction, encode_transaction
from chain.errors import Invalid
from chain.types.transaction import CheckedTransaction
from chain.validation import AdmissionRules, check_transaction
from chain.vm.fork import CANCUN
from tests.ethereum.archive import require
from tests.ethereum.state_case import integer, octets

RULES = AdmissionRules(allow_unprotected=True, schedule=CANCUN.schedule)
MAINNET = 1

pytestmark = pytest.mark.ethereum


def judge(raw: bytes) -> CheckedTransaction | None:
    """Decode and check; None if it is refused."""
    try:
        return check_transaction(decode_transaction(raw), MAINNET, rules=RULES)
    except Invalid:
        return None


def mismatch(name: str, test: dict[str, Any]) -> str | None:
    """Return what differs from the expectation at Cancun."""
    expected = test["result"].get("Cancun", {"exception": "refused at every fork"})
    raw = octets(test["txbytes"])
    checked = judge(raw)
    if "exception" in expected:
        return None if checked is None else f"{name}: accepted, expected {expected['exception']}"
    if checked is None:
        return f"{name}: refused"
    found = (checked.transaction.hash, checked.sender, checked.intrinsic_gas)
    wanted = (
        octets(expected["hash"]),
        octets(expected["sender"]),
        integer(expected["intrinsicGas"]),
    )
    if found != wanted or encode_transaction(checked.transaction) != raw:
        return f"{name}: expected {wanted}, found {found}"
    return None


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Return every transaction test with its name."""
    found = []
    for path in sorted(require("TransactionTests").glob("**/*.json")):
        found += [(f"{path.parent.name}/{path.stem}/{name}", test) for name, test in load(path)]
    return found


def load(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return the tests of one file."""
    return list(json.loads(path.read_text()).items())


def test_each_transaction_is_accepted_or_refused_as_its_file_says() -> None:
    """Hash, sender and intrinsic gas agree where it is valid; anything else is refused."""
    found = cases()
    assert len(found) > 100
    assert not [text for name, test in found if (text := mismatch(name, test))]
