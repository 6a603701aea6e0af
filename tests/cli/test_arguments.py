"""Arguments as people type them, for every type a method can take."""

from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest

from chain.kit.abi import abi_type
from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from cli.arguments import (
    AddressBook,
    method_called,
    module_called,
    parse_arguments,
    parse_value,
    record_forms,
    signature_text,
)
from cli.errors import UsageWrong
from cli.keys import Keyring
from modules import assemble

DEV0 = bytes.fromhex("f39fd6e51aad88f6f4ce6ab8827279cfffb92266")


class Colour(IntEnum):
    """A choice."""

    RED = 0
    BLUE = 1


class Share(Record):
    """A record with an address and an amount in it."""

    account: Address
    amount_wei: Wei
    parts: tuple[Bps, ...] = ()


@pytest.fixture
def book(keyring_files: Path) -> AddressBook:
    """Names of the devnet's keys and of the modules."""
    return AddressBook(Keyring(keyring_files), assemble())


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (int, "10", 10),
        (int, "0x0a", 10),
        (Seconds, "60", 60),
        (Wei, "1.5kum", 15 * 10**17),
        (Wei, "7", 7),
        (Wei, "0x7", 7),
        (bool, "true", True),
        (bool, "false", False),
        (str, "a text", "a text"),
        (bytes, "0x00ff", b"\x00\xff"),
        (Hash32, "0x" + "11" * 32, b"\x11" * 32),
        (Colour, "blue", Colour.BLUE),
        (Colour, "1", Colour.BLUE),
        (Address, "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", DEV0),
        (Address, "dev0", DEV0),
        (Address, "staking", bytes(18) + b"\x08\x00"),
        (tuple[Wei, ...], '["1kum", 5]', (10**18, 5)),
        (tuple[Address, ...], '["dev0"]', (DEV0,)),
        (Share, '{"account": "dev0", "amount_wei": "2gwei"}', Share(Address(DEV0), Wei(2 * 10**9))),
        (
            tuple[Share, ...],
            '[{"account": "dev0", "amount_wei": 3, "parts": [1, 2]}]',
            (Share(Address(DEV0), Wei(3), (Bps(1), Bps(2))),),
        ),
    ],
)
def test_every_type_has_a_form(kind: Any, text: str, value: Any, book: AddressBook) -> None:
    """Each type of an argument can be typed in, names and amounts at any depth."""
    assert value == parse_value(abi_type(kind), text, "x", book)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (int, "-1", "x: a whole number from 0 expected, found '-1'"),
        (int, "1.5", "x: a whole number"),
        (Bps, "70000", "uint16 expected"),
        (Wei, "1.5", "x: at most 0 decimals expected, found '1.5'"),
        (bool, "yes", "x: true or false expected"),
        (bytes, "ff", "x: 0x and hex digits expected"),
        (Hash32, "0x11", "x: 0x and 64 hex digits expected"),
        (Colour, "green", "x: one of RED, BLUE expected"),
        (Address, "0x11", "x: 0x and 40 hex digits expected"),
        (Address, "nobody", "x: a 0x-address, a key's or a module's name expected"),
        (Address, "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "checksum (EIP-55) is wrong"),
        (tuple[int, ...], "1,2", "x: JSON of [uint256] expected"),
        (tuple[int, ...], "5", "x: a list expected"),
        (Share, "{}", "x: missing account"),
        (Share, '{"owner": 1}', "x: unknown field 'owner'"),
        (Share, "dev0", "JSON of Share; Share {account: address, amount_wei: amount"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    kind: Any, text: str, words: str, book: AddressBook
) -> None:
    """The error names the argument, what is expected and what was found."""
    with pytest.raises(UsageWrong) as found:
        parse_value(abi_type(kind), text, "x", book)
    assert words in str(found.value)


def test_a_wrong_number_of_arguments_shows_the_signature(book: AddressBook) -> None:
    """Whoever forgets an argument sees which there are."""
    method = method_called(assemble()["staking"], "undelegate", is_view=False)
    with pytest.raises(UsageWrong) as found:
        parse_arguments(method, ["dev0"], book)
    assert "2 arguments expected, found 1: undelegate(validator: address, amount_wei: amount)" in (
        str(found.value)
    )


def test_unknown_words_say_where_to_look() -> None:
    """An unknown module lists the modules, an unknown method names the command that lists them."""
    with pytest.raises(UsageWrong, match="no module 'x', there are: staking"):
        module_called(assemble(), "x")
    staking = assemble()["staking"]
    with pytest.raises(UsageWrong, match="see `kumiai query staking`"):
        method_called(staking, "x", is_view=True)
    with pytest.raises(UsageWrong, match="use `kumiai tx staking delegate`"):
        method_called(staking, "delegate", is_view=True)
    with pytest.raises(UsageWrong, match="use `kumiai query staking params`"):
        method_called(staking, "params", is_view=False)


def test_every_method_of_every_module_can_be_described() -> None:
    """No call or view has a type that the command line cannot name."""
    from chain.kit.module import methods_of

    for module in assemble().modules:
        for method in methods_of(module).values():
            assert signature_text(method).startswith(method.name + "(")
            record_forms(list(method.inputs.values()))
