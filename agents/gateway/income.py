"""
The gateway's books: what came, what went and why, to the wei.

    journal: opening balance, fees, coins sent, x402     chain: CoinsMoved --> a statement by reason
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from agents.books import Books, Outlay, Statement
from agents.gateway.journal import NAME, Journal, opened
from client import Client

HEIGHT: Final = "began_height"
OPENING: Final = "opening_wei"
PAID: Final = "x402 payments"


class NothingBegun(Exception):
    """No gateway has worked in this home."""


async def begin_books(client: Client, journal: Journal) -> None:
    """Open the books after the newest block, once; raises NodeError."""
    if journal.rows("SELECT value FROM books WHERE name = ?", (HEIGHT,)):
        return
    height = await client.height()
    balance_wei = await client.balance_wei(height=height)
    sql = "INSERT INTO books VALUES (?, ?)"
    journal.write_now((sql, (HEIGHT, str(height))), (sql, (OPENING, str(balance_wei))))


def read_outlay(home: Path) -> tuple[Outlay, int]:
    """
    Return what a journal says of the account, and what x402 payments brought, in wei.

    The gateway may be running. Raises NothingBegun.
    """
    if not (home / NAME).exists():
        raise NothingBegun(f"no gateway has worked in {home}: `kumiai gateway run`")
    database = opened(home / NAME)
    try:
        books = dict(database.execute("SELECT name, value FROM books"))
        sums = list(database.execute("SELECT fee_wei, value_wei FROM transactions"))
        paid = list(database.execute("SELECT amount_wei FROM payments WHERE state != 'taken'"))
    finally:
        database.close()
    if HEIGHT not in books:
        raise NothingBegun(f"no gateway has worked in {home}: `kumiai gateway run`")
    outlay = Outlay(
        began_height=int(books[HEIGHT]),
        opening_wei=int(books[OPENING]),
        fees_wei=sum(int(fee) for fee, _ in sums),
        sent_wei=sum(int(value) for _, value in sums),
    )
    return outlay, sum(int(amount) for (amount,) in paid)


async def read_statement(client: Client, home: Path) -> Statement:
    """Return the account's statement as of the newest block; raises NothingBegun, NodeError."""
    outlay, paid_wei = read_outlay(home)
    found = await Books(client, outlay).read()
    # The token logs its own transfers by ERC-20's event, not as a module's move.
    return replace(found, rows_wei=found.rows_wei | {PAID: paid_wei})
