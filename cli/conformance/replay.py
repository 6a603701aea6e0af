"""
Recorded requests, sent to a server one after the other; what it answers, compared.

    [Recording] + http://... --replay--> [Outcome(name, why it differs)]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from cli.conformance.comparison import difference, difference_of_form
from cli.conformance.recordings import Recording


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one recording: None, or where the answer differs first."""

    name: str
    found: str | None


async def replay(recordings: Sequence[Recording], url: str) -> list[Outcome]:
    """Send every request in order, later ones upon what earlier ones did; compare the answers."""
    async with aiohttp.ClientSession() as session:
        return [await _replay_one(recording, session, url) for recording in recordings]


async def _replay_one(recording: Recording, session: aiohttp.ClientSession, url: str) -> Outcome:
    headers = {"Content-Type": "application/json"}
    differs = None
    for exchange in recording.exchanges:
        async with session.post(url, data=exchange.request, headers=headers) as response:
            answer: Any = await response.json()
        differs = differs or _compare(recording, exchange.answer, answer)
    return Outcome(recording.name, differs)


def _compare(recording: Recording, recorded: Any, answer: Any) -> str | None:
    """Equal values need no look at their form: items of one list may differ in it."""
    found = difference(recorded, answer)
    if found is not None and recording.is_spec_only:
        return difference_of_form(recorded, answer)
    return found
