"""The genesis file at the root says of every parameter what it is anyway, and begins a chain."""

import json
from typing import Any

from chain.beacon import SecretLinks
from chain.genesis import build_genesis, parse_genesis
from chain.kit.parameters import specs_of
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.genesis import Genesis
from cli.__main__ import main
from cli.devnet import beacon_secret_of, dev_accounts
from cli.render import FIRST_STATE, ROOT
from modules import MODULES, assemble
from tests.chain.stage import Chain

FILE = ROOT / FIRST_STATE


def data() -> dict[str, Any]:
    """Return what the file says."""
    found: dict[str, Any] = json.loads(FILE.read_text())
    return found


def header_hash(genesis: Genesis) -> bytes:
    """Return the hash of a chain's block 0."""
    return build_genesis(genesis, assemble(), StateStore(MemoryStore())).header.hash


def test_every_parameter_of_every_module_is_named():
    """Whoever begins a network reads in one file what may be set."""
    sections = data()["modules"]
    named = {f"{name}.{field}" for name in sections for field in sections[name].get("params", ())}
    assert named == set(specs_of(MODULES))


def test_parameters_are_those_that_modules_take_where_nothing_is_said():
    """Without them, and without gas and base fee, the first block is the same to the last bit."""
    bare = data()
    del bare["block_gas_max"], bare["base_fee_wei"]
    for section in bare["modules"].values():
        section.pop("params", None)
    assert header_hash(parse_genesis(FILE.read_text())) == header_hash(
        parse_genesis(json.dumps(bare))
    )


def test_its_validator_makes_blocks():
    """The accounts are those whose keys everybody has, the validator's among them."""
    key = dev_accounts()[-1].private_key
    links = SecretLinks(beacon_secret_of(key), data()["chain_id"])
    chain = Chain(data=data(), keys=(key,), links=links)
    assert [chain.block().header.height for _ in range(3)] == [1, 2, 3]
    assert {chain.balance_wei(one.address) for one in dev_accounts()[:-1]} == {10_000 * 10**18}


def test_a_home_is_made_of_it(tmp_path, capsys):
    """`kumiai init --genesis` takes the file as it is."""
    home = tmp_path / "home"
    assert main(["init", "--home", str(home), "--genesis", str(FILE)]) == 0
    assert (home / "genesis.json").read_bytes() == FILE.read_bytes()
