"""
The process that holds a validator's key, apart from the node that the world can reach.

    RemoteSigner --gRPC over a unix socket or mutual TLS--> SignerServer -> FileSigner -> state

The sign state and its guard live here: whatever a node asks, or several nodes at once, no place
is signed twice with different words.
"""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import grpc
from google.protobuf.message import DecodeError, Message
from grpc import aio

from chain.errors import ChainError, Malformed
from consensus.host.signer import Signer, SignRefused
from consensus.host.signer_wire import read_proposal, read_vote, show_state
from consensus.host.wire import signer_pb2 as wire

REQUEST_BYTES_MAX = 4_096  # one request; a real one has about 100
CALLS_MAX = 16  # requests at once; more are refused
STOP_S = 1.0  # for calls under way when the server stops
UNIX = "unix:"  # how the address of a unix socket begins
SERVICE = wire.DESCRIPTOR.services_by_name["Signer"].full_name

Request = TypeVar("Request", bound=Message)

log = logging.getLogger(__name__)


class SignerInsecure(ChainError):
    """A signer over a network without mutual TLS: anyone could use the key."""


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """Paths of PEM files: own certificate and key, and the authority that signed the other's."""

    certificate: Path
    key: Path
    authority: Path


def check_secured(target: str, tls: TlsFiles | None) -> None:
    """Raise SignerInsecure when a target is no unix socket and has no TLS."""
    if tls is None and not target.startswith(UNIX):
        raise SignerInsecure(
            f"expected a unix socket ({UNIX}<path>) or TLS files for a signer, found {target}"
        )


class SignerServer:
    """
    Answers for one key at `target`: "unix:/path/of/socket" or "host:port" with TLS.

    A unix socket is for its owner alone. Raises SignerInsecure.
    """

    def __init__(
        self, signer: Signer, chain_id: int, target: str, tls: TlsFiles | None = None
    ) -> None:
        check_secured(target, tls)
        self._signer, self._chain_id, self._target, self._tls = signer, chain_id, target, tls
        self._server: aio.Server | None = None
        self.port = 0  # of a TLS server, known once started

    async def start(self) -> None:
        """Begin to answer; raises OSError where the address is taken."""
        options = [("grpc.max_receive_message_length", REQUEST_BYTES_MAX), ("grpc.so_reuseport", 0)]
        self._server = server = aio.server(options=options, maximum_concurrent_rpcs=CALLS_MAX)
        handlers = {
            "Describe": _unary(wire.DescribeRequest, self._describe),
            "SignVote": _unary(wire.SignVoteRequest, self._sign_vote),
            "SignProposal": _unary(wire.SignProposalRequest, self._sign_proposal),
        }
        handler: Any = grpc.method_handlers_generic_handler(SERVICE, handlers)
        server.add_generic_rpc_handlers((handler,))
        mask = os.umask(0o177)  # a socket that others can open would be a key that they can use
        try:
            self.port = self._bind(server)
            await server.start()
        except RuntimeError as error:
            raise OSError(f"cannot listen on {self._target}: {error}") from error
        finally:
            os.umask(mask)
        address = self._signer.address.hex()
        log.info("signs for 0x%s on chain %d at %s", address, self._chain_id, self._target)

    async def stop(self) -> None:
        """Let calls finish and release the address."""
        if self._server is not None:
            await self._server.stop(STOP_S)

    def _bind(self, server: aio.Server) -> int:
        if self._tls is None:
            return server.add_insecure_port(self._target)
        pair = (self._tls.key.read_bytes(), self._tls.certificate.read_bytes())
        credentials = grpc.ssl_server_credentials(
            [pair], self._tls.authority.read_bytes(), require_client_auth=True
        )
        return server.add_secure_port(self._target, credentials)

    async def _describe(self, request: wire.DescribeRequest) -> Message:
        return wire.DescribeResponse(
            address=self._signer.address,
            chain_id=self._chain_id,
            state=show_state(self._signer.state),
        )

    async def _sign_vote(self, request: wire.SignVoteRequest) -> Message:
        vote = read_vote(request, self._signer.address, self._chain_id)
        return self._answer((await self._signer.sign_vote(vote)).signature)

    async def _sign_proposal(self, request: wire.SignProposalRequest) -> Message:
        proposal = read_proposal(request, self._signer.address, self._chain_id)
        return self._answer((await self._signer.sign_proposal(proposal)).signature)

    def _answer(self, signature: bytes) -> Message:
        return wire.SignResponse(signature=signature, state=show_state(self._signer.state))


async def serve(signer: Signer, chain_id: int, target: str, tls: TlsFiles | None = None) -> None:
    """Sign for whoever may connect, until cancelled. Raises SignerInsecure, OSError."""
    server = SignerServer(signer, chain_id, target, tls)
    await server.start()
    try:
        await asyncio.Event().wait()
    finally:
        await server.stop()


def _unary(request: type[Request], function: Callable[[Any], Awaitable[Message]]) -> Any:
    """One method over bytes: what does not decode is the caller's fault, not ours."""

    async def handle(raw: bytes, context: Any) -> bytes:
        try:
            return (await function(request.FromString(raw))).SerializeToString()
        except SignRefused as error:
            log.warning("refused to sign: %s", error)
            await context.abort(grpc.StatusCode.FAILED_PRECONDITION, str(error))
        except (Malformed, DecodeError) as error:
            log.warning("a request that is none: %s", error)
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))
        raise AssertionError("abort does not return")

    return grpc.unary_unary_rpc_method_handler(handle)
