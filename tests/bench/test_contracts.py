"""The measured contracts are what their sources compile to, and run here as on stock py-evm."""

import sys
from pathlib import Path

import pytest

from bench.contracts.artefacts import HERE, build
from bench.workloads import contracts, run_here, run_stock

MODULE = "python -m bench.contracts.artefacts"


@pytest.mark.npm
def test_the_artefacts_are_what_the_sources_compile_to() -> None:
    """solc makes the checked-in ABI and code out of the sources, to the byte."""
    for name, text in build().items():
        assert Path(HERE / f"{name}.json").read_text() == text, f"run: {MODULE}"


def test_compiled_contracts_use_the_gas_that_they_use_on_stock_py_evm() -> None:
    """A token, a pool, a router, a sale with payments, loops: the same gas, block by block."""
    workload = contracts(1, share=25)
    here, stock = run_here(workload), run_stock(workload, sys.executable, keccak="pysha3")
    assert {name: [gas for _, gas in blocks] for name, blocks in here.items()} == {
        name: [gas for _, gas in blocks] for name, blocks in stock.items()
    }
