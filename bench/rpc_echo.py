"""
A server that answers a constant to whatever arrives: what a client can reach at most.

    python bench/rpc_echo.py PORT
"""

import argparse
import asyncio


class Echo(asyncio.Protocol):
    """Answers a constant to whatever arrives."""

    BODY = b'{"jsonrpc":"2.0","id":1,"result":"0x1"}'
    ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer."""
        if b"}" in data:
            self._transport.write(self.ANSWER)


async def serve(port: int) -> None:
    """Serve on a port of this machine until the process ends."""
    server = await asyncio.get_running_loop().create_server(Echo, "127.0.0.1", port)
    await server.serve_forever()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description="answer a constant on a port of this machine")
    parser.add_argument("port", type=int)
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
