"""What people and programs see of typed values."""

import sys
from enum import IntEnum

import pytest

from chain.kit.abi import abi_type
from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Seconds, Wei
from cli.output import (
    COLUMNS_MAX,
    Style,
    print_table,
    print_value,
    progress,
    show,
    waiting,
)


class Mood(IntEnum):
    """A choice."""

    CALM = 0


class Inner(Record):
    """A record inside another."""

    share_bps: Bps


class Outer(Record):
    """One field of every kind."""

    account: Address
    amount_wei: Wei
    wait_s: Seconds
    is_open: bool
    mood: Mood
    inner: Inner
    many: tuple[Inner, ...]


VALUE = Outer(
    Address(b"\x00" * 20),
    Wei(10**18),
    Seconds(90),
    True,
    Mood.CALM,
    Inner(Bps(5)),
    (Inner(Bps(7)),),
)


def test_a_record_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get names and exact values, big numbers as text."""
    print_value(abi_type(Outer), VALUE, Style(as_json=True))
    expected = (
        '{"account": "0x0000000000000000000000000000000000000000", '
        '"amount_wei": "1000000000000000000", "wait_s": 90, "is_open": true, "mood": "CALM", '
        '"inner": {"share_bps": 5}, "many": [{"share_bps": 7}]}\n'
    )
    assert expected == capsys.readouterr().out


def test_a_record_is_a_table_with_units(capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees coins, spans, yes and no, and inner records under dotted names."""
    print_value(abi_type(Outer), VALUE, Style())
    shown = capsys.readouterr().out
    for text in ("1 KUM", "1 min 30 s", "yes", "CALM", "inner.share_bps", "5 bps (0.05 %)"):
        assert text in shown


def test_lists_of_small_records_are_rows_and_of_large_ones_blocks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Records that fit stand beside one another; others follow one another, uncut."""
    print_value(abi_type(tuple[Inner, ...]), (Inner(Bps(1)), Inner(Bps(2))), Style())
    assert 1 == capsys.readouterr().out.count("share_bps")
    assert len(Outer.__dataclass_fields__) > COLUMNS_MAX
    print_value(abi_type(tuple[Outer, ...]), (VALUE, VALUE), Style())
    assert 2 == capsys.readouterr().out.count("amount_wei")


def test_nothing_is_said_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """A method without a result is null to a program and done to a person."""
    print_value(None, None, Style(as_json=True))
    print_value(None, None, Style())
    assert "null\ndone\n" == capsys.readouterr().out


def test_text_of_others_is_not_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """A title that looks like formatting is shown as it is."""
    print_table(["a"], [["[red]x[/red] [/]"]])
    assert "[red]x[/red] [/]" in capsys.readouterr().out


def test_addresses_are_never_cut_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """A table that goes to a program or file keeps an address and a hash on one line."""
    address, digest = "0x" + "ab" * 20, "0x" + "cd" * 32
    print_table(["a", "b"], [[address, digest]])
    line = next(line for line in capsys.readouterr().out.splitlines() if address in line)
    assert digest in line


def test_wei_are_shown_where_asked() -> None:
    """--wei shows exact wei."""
    assert "1,000,000,000,000,000,000 wei" == show(abi_type(Wei), 10**18, Style(in_wei=True))


def test_progress_is_for_people_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program's stderr stays empty; a terminal sees what is waited for."""
    with waiting("a block") as reword:
        reword("another")
    assert ("", "") == capsys.readouterr()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with waiting("a block"):
        ...
    out, err = capsys.readouterr()
    assert "" == out and "a block" in err


def test_a_bar_is_for_people_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program's stderr stays empty; a terminal sees how much of how much is done."""
    with progress("verifying") as show_done:
        show_done(1, 2)
    assert ("", "") == capsys.readouterr()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("verifying") as show_done:
        show_done(7, 9)
    out, err = capsys.readouterr()
    assert "" == out and "verifying" in err and "7/9" in err
