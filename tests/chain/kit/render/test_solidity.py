"""Interfaces in Solidity."""

from enum import IntEnum
from typing import Any

import pytest

from chain.kit.record import Event, Indexed
from chain.kit.render.abi_json import abi_of
from chain.kit.render.names import interface_name
from chain.kit.render.solidity import _event, members_by_number, render_solidity
from modules import MODULES
from tests.chain.kit.render.sample import Grade, Sample
from tests.npm.packages import compile_solidity

ALL = (*MODULES, Sample)


@pytest.mark.npm
def test_solc_takes_all_interfaces_together_and_prints_our_abi() -> None:
    """One contract can import every module, and the compiler prints the ABI we do."""
    sources = {f"{interface_name(module)}.sol": render_solidity(module) for module in ALL}
    imports = "".join(f'import "./{name}";' for name in sources)
    sources["All.sol"] = (
        f"// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.20;{imports}"
    )
    contracts = compile_solidity(sources)
    for module in ALL:
        face = interface_name(module)
        printed = contracts[f"{face}.sol"][face]["abi"]
        ours = {key_of(entry): entry for entry in abi_of(module)}
        assert len(ours) == len(printed)
        assert printed == [ours[key_of(entry)] for entry in printed]


def key_of(entry: dict[str, Any]) -> tuple[Any, ...]:
    """Return what no two entries of an ABI share: functions may share a name."""
    return (entry["type"], entry["name"], *(part["type"] for part in entry["inputs"]))


@pytest.mark.npm
def test_constants_reach_the_module() -> None:
    """A contract calls by the instance constant without knowing the address."""
    source = (
        "// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.20;"
        'import "./ISample.sol";'
        "contract C { function f() external view returns (bool) {"
        " return SAMPLE.bare(ISample.Undocumented(1)) && SAMPLE_ADDRESS == address(SAMPLE); } }"
    )
    built = compile_solidity({"ISample.sol": render_solidity(Sample), "C.sol": source})
    assert "f" == built["C.sol"]["C"]["abi"][0]["name"]


def test_gaps_of_enums_are_filled() -> None:
    """Solidity counts members from 0 without gaps, so that numbers stay what they are."""
    assert ["UNSPECIFIED", "FAIR", "RESERVED_2", "FINE"] == members_by_number(Grade)


def test_enums_that_do_not_fit_a_byte_are_refused() -> None:
    """Solidity's enums are one byte."""
    wide = IntEnum("wide", {"TOO_FAR": 256})
    with pytest.raises(TypeError, match="members from 0 to 255 expected"):
        members_by_number(wide)


def test_events_of_too_many_topics_are_refused() -> None:
    """A log has room for three indexed fields."""

    class Crowded(Event):
        """Four topics."""

        a: Indexed[int]
        b: Indexed[int]
        c: Indexed[int]
        d: Indexed[int]

    with pytest.raises(TypeError, match="at most 3 indexed fields"):
        _event(Crowded)


def test_docstrings_become_natspec_and_lines_stay_short() -> None:
    """Who reads the interface needs no other page."""
    text = render_solidity(Sample)
    assert "    /// @notice Grow a branch; returns its number." in text
    assert "/// @dev A record inside others." in text
    assert max(map(len, text.splitlines())) <= 100


def test_calls_say_what_they_may_do() -> None:
    """Payable and view stand where the module declares them, memory and calldata where needed."""
    text = render_solidity(Sample)
    assert (
        "function grow(Branch calldata branch, uint64 after_) external payable returns (uint256);"
    ) in text
    assert "function cut() external;" in text
    assert (
        "function leaves(uint256 offset, uint256 limit) external view returns (Leaf[] memory);"
    ) in text
