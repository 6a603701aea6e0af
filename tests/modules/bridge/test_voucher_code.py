"""The voucher's code as the chain places it."""

from setuptools import find_packages

from chain.kit.outcalls import check_placeable
from modules.bridge.voucher_code import VOUCHER_CODE
from tests.modules.bridge.voucher_artefacts import PLACE, ROOT, load


def test_it_is_the_checked_in_runtime_and_can_be_placed():
    """What is placed is what the artefact says, within the limits of a contract's code."""
    check_placeable(VOUCHER_CODE)
    assert load("Voucher")["runtime"] == f"0x{VOUCHER_CODE.hex()}"


def test_an_installed_node_has_it_too():
    """The artefact lies in a package, so that it is part of the wheel: code is consensus."""
    assert ".".join(PLACE.parts) in find_packages(str(ROOT), include=["modules.*"])
