from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DescribeRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DescribeResponse(_message.Message):
    __slots__ = ("address", "chain_id", "state")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    address: bytes
    chain_id: int
    state: State
    def __init__(self, address: _Optional[bytes] = ..., chain_id: _Optional[int] = ..., state: _Optional[_Union[State, _Mapping]] = ...) -> None: ...

class Block(_message.Message):
    __slots__ = ("hash", "time_ms")
    HASH_FIELD_NUMBER: _ClassVar[int]
    TIME_MS_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    time_ms: int
    def __init__(self, hash: _Optional[bytes] = ..., time_ms: _Optional[int] = ...) -> None: ...

class SignVoteRequest(_message.Message):
    __slots__ = ("chain_id", "kind", "height", "round", "block", "valid_round")
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    VALID_ROUND_FIELD_NUMBER: _ClassVar[int]
    chain_id: int
    kind: int
    height: int
    round: int
    block: Block
    valid_round: int
    def __init__(self, chain_id: _Optional[int] = ..., kind: _Optional[int] = ..., height: _Optional[int] = ..., round: _Optional[int] = ..., block: _Optional[_Union[Block, _Mapping]] = ..., valid_round: _Optional[int] = ...) -> None: ...

class SignProposalRequest(_message.Message):
    __slots__ = ("chain_id", "height", "round", "block", "valid_round")
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    VALID_ROUND_FIELD_NUMBER: _ClassVar[int]
    chain_id: int
    height: int
    round: int
    block: Block
    valid_round: int
    def __init__(self, chain_id: _Optional[int] = ..., height: _Optional[int] = ..., round: _Optional[int] = ..., block: _Optional[_Union[Block, _Mapping]] = ..., valid_round: _Optional[int] = ...) -> None: ...

class SignResponse(_message.Message):
    __slots__ = ("signature", "state")
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    signature: bytes
    state: State
    def __init__(self, signature: _Optional[bytes] = ..., state: _Optional[_Union[State, _Mapping]] = ...) -> None: ...

class State(_message.Message):
    __slots__ = ("height", "round", "signed", "precommitted")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    PRECOMMITTED_FIELD_NUMBER: _ClassVar[int]
    height: int
    round: int
    signed: _containers.RepeatedCompositeFieldContainer[Signed]
    precommitted: Precommitted
    def __init__(self, height: _Optional[int] = ..., round: _Optional[int] = ..., signed: _Optional[_Iterable[_Union[Signed, _Mapping]]] = ..., precommitted: _Optional[_Union[Precommitted, _Mapping]] = ...) -> None: ...

class Signed(_message.Message):
    __slots__ = ("step", "digest", "signature")
    STEP_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    step: int
    digest: bytes
    signature: bytes
    def __init__(self, step: _Optional[int] = ..., digest: _Optional[bytes] = ..., signature: _Optional[bytes] = ...) -> None: ...

class Precommitted(_message.Message):
    __slots__ = ("block", "round")
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    block: Block
    round: int
    def __init__(self, block: _Optional[_Union[Block, _Mapping]] = ..., round: _Optional[int] = ...) -> None: ...
