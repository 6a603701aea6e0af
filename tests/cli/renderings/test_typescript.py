"""The TypeScript bundle's text: what viem must know, as the modules declare it."""

import json
import re

import pytest

from chain.kit.abi import UintType, abi_type
from chain.kit.render.abi_json import abi_of
from chain.kit.render.names import enums_of, events_of, refusals_of
from cli.renderings.typescript import HOME, NUMBER_BITS, file_name, rendered, type_of, typed_parts
from modules import MODULES
from modules.identity.records import SignedClaim
from modules.model_fees.typed import Voucher

TEXTS = {str(path.relative_to(HOME)): text for path, text in rendered(MODULES).items()}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_a_modules_file_has_its_abi_address_and_types(module):
    """The ABI is the module's own, letter by letter."""
    name = file_name(module)
    text = TEXTS[f"src/{name}.ts"]
    found = re.search(rf"export const {name}Abi = (.*?) as const;\n", text, re.DOTALL)
    assert found is not None
    assert abi_of(module) == json.loads(found[1])
    for kind in enums_of(module):
        assert f"export const {kind.__name__} = {{" in text
    for kind in events_of(module):
        assert f"export interface {kind.__name__}Event {{" in text
    for kind in refusals_of(module):
        assert f'{{ errorName: "{kind.__name__}"; args: {kind.__name__}Refusal }}' in text


def test_messages_are_described_as_they_are_hashed():
    """Names and types of EIP-712, structs in structs included."""
    assert {"name": "amountWei", "type": "uint256"} in typed_parts(Voucher)["Voucher"]
    assert ["Claim", "SignedClaim"] == sorted(typed_parts(SignedClaim))


def test_numbers_are_as_wide_as_viem_has_them():
    """Above 48 bits it gives bigints."""
    assert ["number", "bigint"] == [type_of(UintType(bits)) for bits in (NUMBER_BITS, 56)]
    assert "readonly bigint[]" == type_of(abi_type(tuple[int, ...]))
    assert "Hex" == type_of(abi_type(str), is_topic=True)


def test_the_package_names_no_registry():
    """It can be packed and installed from a file, from anywhere."""
    package = json.loads(TEXTS["package.json"])
    assert "kumiai-client" == package["name"]
    assert not {"publishConfig", "repository"} & set(package)
    assert "http" not in TEXTS["package.json"]
