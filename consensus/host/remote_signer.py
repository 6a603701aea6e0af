"""
A signer in another process or on another host, seen from the node.

    HeightRun -> RemoteSigner --gRPC, deadline--> SignerServer -> signature, checked here

While it cannot be reached the node goes on without votes; gRPC connects again by itself, and
the state that the node reads is always the one the signer told last.
"""

import logging
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import grpc
from google.protobuf.message import DecodeError, Message
from grpc import aio

from chain.certificates import verify_message
from chain.errors import Invalid
from chain.types.certificate import ProposalMessage, Vote
from chain.types.primitives import Address, Milliseconds
from consensus.host.clock import Clock
from consensus.host.signer import SignerUnavailable, SignRefused, SignState
from consensus.host.signer_server import SERVICE, TlsFiles, check_secured
from consensus.host.signer_wire import (
    proposal_request,
    read_address,
    read_signature,
    read_state,
    vote_request,
)
from consensus.host.wire import signer_pb2 as wire

MS_PER_S = 1_000
ANSWER_BYTES_MAX = 4_096  # one answer; a real one has about 500

Signable = TypeVar("Signable", Vote, ProposalMessage)
Answer = TypeVar("Answer", bound=Message)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RemoteSignerConfig:
    """How long a node waits for its signer."""

    deadline_ms: int = 1_000  # for one signature; consensus waits that long
    pause_ms: int = 1_000  # after a silent signer, before it is asked again
    contact_ms: int = 30_000  # for the first contact at start
    retry_ms: int = 250  # between tries of the first contact
    reconnect_ms_max: int = 2_000  # longest pause between connections that fail


class RemoteSigner:
    """
    A Signer over gRPC; `connect` makes one.

    The address never changes while the node runs; a signer with another key is refused.
    """

    def __init__(
        self,
        channel: aio.Channel,
        chain_id: int,
        clock: Clock,
        config: RemoteSignerConfig,
    ) -> None:
        self._channel, self._chain_id = channel, chain_id
        self._clock, self._config = clock, config
        self._address: Address | None = None
        self._state = SignState()
        self._silent_until_ms = 0

    @classmethod
    async def connect(
        cls,
        target: str,
        chain_id: int,
        clock: Clock,
        *,
        tls: TlsFiles | None = None,
        config: RemoteSignerConfig = RemoteSignerConfig(),
    ) -> "RemoteSigner":
        """
        Reach a signer at "unix:/path" or "host:port" and learn whose key it holds.

        Raises SignerInsecure, SignRefused when it signs for another chain, and
        SignerUnavailable when it does not answer within `contact_ms`.
        """
        check_secured(target, tls)
        signer = cls(_channel(target, tls, config), chain_id, clock, config)
        until_ms = clock.now_ms() + config.contact_ms
        while True:
            try:
                await signer.refresh()
            except SignerUnavailable:
                if clock.now_ms() >= until_ms:
                    await signer.close()
                    raise
                await clock.sleep_ms(Milliseconds(config.retry_ms))
                signer._silent_until_ms = 0
            except SignRefused:
                await signer.close()
                raise
            else:
                return signer

    @property
    def address(self) -> Address:
        """Address of the validator."""
        assert self._address is not None, "connect comes first"
        return self._address

    @property
    def state(self) -> SignState:
        """What has been signed last, as the signer told it last."""
        return self._state

    async def sign_vote(self, vote: Vote) -> Vote:
        """Return the vote with its signature. Raises SignRefused, SignerUnavailable."""
        return await self._sign(vote, "SignVote", vote_request(vote, self._chain_id))

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Return the proposal with its signature. Raises SignRefused, SignerUnavailable."""
        request = proposal_request(proposal, self._chain_id)
        return await self._sign(proposal, "SignProposal", request)

    async def refresh(self) -> None:
        """Ask for address and state. Raises SignRefused, SignerUnavailable."""
        answer = await self._call("Describe", wire.DescribeRequest(), wire.DescribeResponse)
        if answer.chain_id != self._chain_id:
            raise SignRefused(
                f"expected a signer for chain {self._chain_id}, found one for {answer.chain_id}"
            )
        try:
            address, state = read_address(answer.address), read_state(answer.state)
        except Invalid as error:
            raise SignerUnavailable(f"the signer's answer is none: {error}") from error
        if self._address not in (None, address):
            raise SignRefused(f"expected the key of 0x{self.address.hex()}, found another")
        self._address, self._state = address, state

    async def close(self) -> None:
        """Hang up."""
        await self._channel.close(None)

    async def _sign(self, message: Signable, method: str, request: Message) -> Signable:
        try:
            answer = await self._call(method, request, wire.SignResponse)
        except SignRefused:
            await self._refresh_quietly()
            raise
        try:
            signed = replace(message, signature=read_signature(answer.signature))
            verify_message(signed, self._chain_id)
            self._state = read_state(answer.state)
        except Invalid as error:
            raise SignerUnavailable(f"the signer's answer is none: {error}") from error
        return signed

    async def _refresh_quietly(self) -> None:
        """After a refusal the state must be known, to go on behind it."""
        try:
            await self.refresh()
        except SignerUnavailable as error:
            log.warning("the signer refused and then fell silent: %s", error)

    async def _call(self, method: str, request: Message, answer: type[Answer]) -> Answer:
        if self._clock.now_ms() < self._silent_until_ms:
            raise SignerUnavailable("the signer was silent a moment ago")
        channel: Any = self._channel  # bytes in, bytes out: the stubs ask for serializers
        call = channel.unary_unary(f"/{SERVICE}/{method}")
        try:
            raw = await call(
                request.SerializeToString(), timeout=self._config.deadline_ms / MS_PER_S
            )
            return answer.FromString(raw)
        except aio.AioRpcError as error:
            if error.code() is grpc.StatusCode.FAILED_PRECONDITION:
                raise SignRefused(str(error.details())) from error
            if error.code() is grpc.StatusCode.INVALID_ARGUMENT:
                raise SignRefused(f"the signer does not take this: {error.details()}") from error
            if error.code() is grpc.StatusCode.DEADLINE_EXCEEDED:
                self._silent_until_ms = self._clock.now_ms() + self._config.pause_ms
            raise SignerUnavailable(
                f"the signer does not answer: {error.code().name.lower()}: {error.details()}"
            ) from error
        except DecodeError as error:
            raise SignerUnavailable(f"the signer's answer is none: {error}") from error


def _channel(target: str, tls: TlsFiles | None, config: RemoteSignerConfig) -> aio.Channel:
    options = [
        ("grpc.max_receive_message_length", ANSWER_BYTES_MAX),
        ("grpc.initial_reconnect_backoff_ms", 100),
        ("grpc.min_reconnect_backoff_ms", 100),
        ("grpc.max_reconnect_backoff_ms", config.reconnect_ms_max),
        ("grpc.enable_retries", 0),
    ]
    if tls is None:
        return aio.insecure_channel(target, options=options)
    credentials = grpc.ssl_channel_credentials(
        tls.authority.read_bytes(), tls.key.read_bytes(), tls.certificate.read_bytes()
    )
    return aio.secure_channel(target, credentials, options=options)
