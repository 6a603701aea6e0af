"""What the comparison with anvil and Hardhat's node makes of its runs."""

import json
from pathlib import Path

from bench.throughput import (
    ACCOUNTS,
    ANVIL,
    CHAINS,
    HARDHAT,
    VALIDATOR,
    Rate,
    Rows,
    coin_address,
    keep_rows,
    read_rows,
    scores_of,
    signed,
    token_setup,
)
from chain.codec import decode_transaction
from chain.types.transaction import Transaction


def rows() -> Rows:
    """Two runs in which our validator is as fast as anvil and twice as fast as Hardhat's node."""
    rates = {name: [Rate(100.0, 1), Rate(200.0, 1)] for name in CHAINS}
    rates[HARDHAT] = [Rate(50.0, 1), Rate(100.0, 1)]
    return {(kind, way): rates for kind in ("transfer", "erc20") for way in ("single", "batch")}


def test_bars_are_on_single_requests() -> None:
    """Four promises, run by run; batches are told beside them and promise nothing."""
    scores = scores_of(rows())
    assert [(1.0, 0.6), (2.0, 3.0), (1.0, 0.4), (2.0, 2.5)] == [(s.found, s.bar) for s in scores]
    assert all("in JSON-RPC batches" in score.detail for score in scores)
    only = {key: value for key, value in rows().items() if key == ("transfer", "batch")}
    assert [] == scores_of(only)


def test_rows_come_back_from_their_file(tmp_path: Path) -> None:
    """What one run keeps the next one takes."""
    file = str(tmp_path / "rows.json")
    assert {} == read_rows(file) and {} == read_rows(None)
    keep_rows(rows(), file)
    assert rows() == read_rows(file)
    assert {VALIDATOR, ANVIL} < set(read_rows(file)["erc20", "single"])


def test_the_token_is_made_before_it_moves() -> None:
    """The first account makes the token and gives it to the others; its transfers come after."""
    setup = [_decoded(body) for body in token_setup()]
    assert [None] + [coin_address()] * (ACCOUNTS - 1) == [item.to for item in setup]
    first = _decoded(signed(0, 1, "erc20", len(setup))[0])
    assert list(range(len(setup) + 1)) == [item.nonce for item in (*setup, first)]
    assert coin_address() == first.to and first.value_wei == 0


def _decoded(body: bytes) -> Transaction:
    return decode_transaction(bytes.fromhex(json.loads(body)["params"][0][2:]))
