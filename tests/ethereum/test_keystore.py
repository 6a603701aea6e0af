"""The public keystore tests, against the library by which the command line opens key files."""

import json

import pytest
from eth_keyfile import decode_keyfile_json

from tests.ethereum.archive import require

pytestmark = pytest.mark.ethereum


def test_each_keyfile_opens_with_its_password() -> None:
    """Version 3 key files of other clients give the private key that they hold."""
    tests = json.loads((require("KeyStoreTests") / "basic_tests.json").read_text())
    assert tests
    for name, test in tests.items():
        opened = decode_keyfile_json(test["json"], test["password"].encode())
        assert opened == bytes.fromhex(test["priv"].removeprefix("0x")), name
