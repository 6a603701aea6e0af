"""The books of a provider, read beside it: from its journal, left as it is, and from the chain."""

import asyncio

from agents.books import Books, Statement
from agents.provider.journal import read_memory
from agents.provider.process import Setting
from client import Client


def read_statement(setting: Setting) -> Statement:
    """Return a provider's statement as of the newest block; raises NodeError, JournalBroken."""
    return asyncio.run(_read(setting))


async def _read(setting: Setting) -> Statement:
    memory = read_memory(setting.home)
    async with await Client.connect(setting.url, key=setting.wallet) as client:
        return await Books(client, memory).read()
