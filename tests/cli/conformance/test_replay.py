"""Recorded requests against a server that really serves."""

import asyncio

from cli.conformance.recordings import parse_recording
from cli.conformance.replay import Outcome, replay
from cli.conformance.service import serving
from rpc.config import RpcConfig
from tests.cli.conformance.ground import Built

ASKED = '>> {"jsonrpc":"2.0","id":1,"method":"eth_blockNumber"}\n'
RIGHT = '<< {"jsonrpc":"2.0","id":1,"result":"0x6"}\n'
WRONG = '<< {"jsonrpc":"2.0","id":1,"result":"0x5"}\n'
RECORDINGS = [
    parse_recording("same/values", ASKED + RIGHT),
    parse_recording("other/values", ASKED + RIGHT + ASKED + WRONG),
    parse_recording("other/values-allowed", "// speconly: x\n" + ASKED + WRONG),
]


def test_answers_are_compared_with_what_was_recorded(built: Built) -> None:
    """Equal agrees, different differs, and may where only the form is asked for."""

    async def run() -> list[Outcome]:
        async with serving(built.chain, RpcConfig(port=0), "kumiai/test") as server:
            return await replay(RECORDINGS, server.url)

    assert [
        Outcome("same/values", None),
        Outcome("other/values", "answer.result: '0x5' expected, found '0x6'"),
        Outcome("other/values-allowed", None),
    ] == asyncio.run(run())
