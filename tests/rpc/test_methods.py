"""From annotations to a table of methods."""

import asyncio
import inspect
from typing import Annotated, Any

import pytest

from chain.types.primitives import Address, Hash32
from rpc.errors import InvalidParams, MethodNotFound
from rpc.methods import Method, Reading, Session, collect, decoder_of, method, result_schema
from rpc.shapes import Data, Quantity

Half = Annotated[int, Reading(lambda value: value // 2, {"type": "integer"})]


class Sample:
    """A namespace with a method of each kind."""

    @method("sample_add")
    def add(self, first_number: int, second_number: int = 5) -> Quantity:
        """The sum.

        More words.
        """
        return Quantity(hex(first_number + second_number))

    @method("sample_wait")
    async def wait(self, account: Address, hashes: tuple[Hash32, ...], loud: bool = False) -> Any:
        """What it was given."""
        return account, hashes, loud

    @method("sample_session")
    def session(self, session: Session, word: str) -> str:
        """Only on connections that last."""
        return session.subscribe(word, None)

    @method("sample_half")
    def half(self, number: Half, note: Data | None = None) -> list[Data]:
        """Half of it."""
        return [Data(str(number))]

    def unpublished(self) -> None:
        """Not in the table."""


def table() -> dict[str, Method]:
    """Return the sample's methods, without the parameter that cannot be read."""
    return collect([Readable()])


class Readable(Sample):
    """The sample with readable parameters only."""

    @method("sample_half")
    def half(self, number: Half, note: str | None = None) -> list[Data]:
        """Half of it."""
        return [Data(str(number))]


def call(name: str, params: Any) -> Any:
    """Run a method of the sample."""

    async def play() -> Any:
        answer = table()[name].begin(params)
        return await answer if inspect.isawaitable(answer) else answer

    return asyncio.run(play())


def test_published_functions_make_the_table() -> None:
    """Only functions with a name of their own are methods."""
    assert {"sample_add", "sample_wait", "sample_session", "sample_half"} == set(table())
    assert "The sum." == table()["sample_add"].summary
    assert ["firstNumber", "secondNumber"] == [p.name for p in table()["sample_add"].parameters]


def test_arguments_come_by_position_or_by_name() -> None:
    """A list and an object say the same."""
    assert "0x3" == call("sample_add", ["0x1", "0x2"])
    assert "0x3" == call("sample_add", {"secondNumber": "0x2", "firstNumber": "0x1"})


def test_missing_and_null_arguments_take_their_default() -> None:
    """An optional parameter may be left out or null."""
    assert "0x6" == call("sample_add", ["0x1"]) == call("sample_add", ["0x1", None])


def test_coroutines_are_awaited_and_types_decoded() -> None:
    """Each annotation has its decoder."""
    account, hashes, loud = call(
        "sample_wait", ["0x" + "11" * 20, ["0x" + "22" * 32, "0x" + "33" * 32], True]
    )
    assert b"\x11" * 20 == account
    assert (b"\x22" * 32, b"\x33" * 32) == hashes
    assert loud is True


def test_a_type_may_say_how_it_is_read() -> None:
    """`Reading` overrides the reading of a plain type."""
    assert ["4"] == call("sample_half", [9])


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("sample_add", None, "missing value for required argument 0"),
        ("sample_add", [], "missing value for required argument 0"),
        ("sample_add", [None], "missing value for required argument 0"),
        ("sample_add", ["0x1", "0x2", "0x3"], "too many arguments, want at most 2"),
        ("sample_add", "0x1", "non-array args"),
        ("sample_add", 7, "non-array args"),
        (
            "sample_add",
            {"third": "0x1"},
            "unknown argument 'third', known: firstNumber, secondNumber",
        ),
        ("sample_add", ["1"], "invalid argument 0: hex string without 0x prefix: '1'"),
        ("sample_wait", ["0x" + "1" * 40], "missing value for required argument 1"),
        ("sample_wait", ["0x" + "1" * 40, "0x"], "invalid argument 1: array expected, found '0x'"),
        (
            "sample_wait",
            ["0x" + "1" * 40, [], "yes"],
            "invalid argument 2: boolean expected, found 'yes'",
        ),
        ("sample_half", [1, 2], "invalid argument 1: string expected, found 2"),
    ],
)
def test_wrong_arguments_are_named(name: str, params: Any, message: str) -> None:
    """Which argument is wrong, and how, in geth's words."""
    with pytest.raises(InvalidParams) as caught:
        call(name, params)
    assert message == caught.value.message


def test_sessions_are_needed_where_asked_for() -> None:
    """A method that tells things later does not work over plain HTTP."""
    with pytest.raises(MethodNotFound, match="notifications not supported"):
        call("sample_session", ["x"])


def test_two_methods_of_one_name_are_refused() -> None:
    """A table in which one method hides another cannot be built."""
    with pytest.raises(ValueError, match="two methods are called"):
        collect([Readable(), Readable()])


def test_unreadable_annotations_are_refused() -> None:
    """A parameter that nobody can read is found when the table is built."""
    with pytest.raises(TypeError):
        decoder_of(complex)
    with pytest.raises(TypeError):
        collect([Sample()])


def test_results_have_schemas() -> None:
    """Return annotations become schemas."""
    nothing_or_data = result_schema(Data | None)
    assert [{"type": "null"}] == nothing_or_data["oneOf"][1:]
    assert "array" == result_schema(list[Quantity])["type"]
    assert {"type": "object"} == result_schema(dict[str, Any])
    assert {} == result_schema(Any)
