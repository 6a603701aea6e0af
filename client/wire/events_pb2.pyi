from client.wire import blocks_pb2 as _blocks_pb2
from client.wire import errors_pb2 as _errors_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SubscribeRequest(_message.Message):
    __slots__ = ("module", "event", "address", "topics", "from_height", "where")
    MODULE_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TOPICS_FIELD_NUMBER: _ClassVar[int]
    FROM_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    WHERE_FIELD_NUMBER: _ClassVar[int]
    module: str
    event: str
    address: str
    topics: _containers.RepeatedScalarFieldContainer[bytes]
    from_height: int
    where: _containers.RepeatedCompositeFieldContainer[_errors_pb2.Field]
    def __init__(self, module: _Optional[str] = ..., event: _Optional[str] = ..., address: _Optional[str] = ..., topics: _Optional[_Iterable[bytes]] = ..., from_height: _Optional[int] = ..., where: _Optional[_Iterable[_Union[_errors_pb2.Field, _Mapping]]] = ...) -> None: ...

class ListRequest(_message.Message):
    __slots__ = ("module", "event", "address", "topics", "from_height", "where", "to_height", "page_size", "page_token")
    MODULE_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TOPICS_FIELD_NUMBER: _ClassVar[int]
    FROM_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    WHERE_FIELD_NUMBER: _ClassVar[int]
    TO_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    module: str
    event: str
    address: str
    topics: _containers.RepeatedScalarFieldContainer[bytes]
    from_height: int
    where: _containers.RepeatedCompositeFieldContainer[_errors_pb2.Field]
    to_height: int
    page_size: int
    page_token: str
    def __init__(self, module: _Optional[str] = ..., event: _Optional[str] = ..., address: _Optional[str] = ..., topics: _Optional[_Iterable[bytes]] = ..., from_height: _Optional[int] = ..., where: _Optional[_Iterable[_Union[_errors_pb2.Field, _Mapping]]] = ..., to_height: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListResponse(_message.Message):
    __slots__ = ("logs", "next_page_token")
    LOGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    logs: _containers.RepeatedCompositeFieldContainer[SubscribeResponse]
    next_page_token: str
    def __init__(self, logs: _Optional[_Iterable[_Union[SubscribeResponse, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SubscribeResponse(_message.Message):
    __slots__ = ("height", "block_hash", "transaction_hash", "transaction_index", "log_index", "log", "event")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    BLOCK_HASH_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_HASH_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_INDEX_FIELD_NUMBER: _ClassVar[int]
    LOG_INDEX_FIELD_NUMBER: _ClassVar[int]
    LOG_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    height: int
    block_hash: bytes
    transaction_hash: bytes
    transaction_index: int
    log_index: int
    log: _blocks_pb2.Log
    event: Event
    def __init__(self, height: _Optional[int] = ..., block_hash: _Optional[bytes] = ..., transaction_hash: _Optional[bytes] = ..., transaction_index: _Optional[int] = ..., log_index: _Optional[int] = ..., log: _Optional[_Union[_blocks_pb2.Log, _Mapping]] = ..., event: _Optional[_Union[Event, _Mapping]] = ...) -> None: ...

class Event(_message.Message):
    __slots__ = ("module", "name", "fields")
    MODULE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    module: str
    name: str
    fields: _containers.RepeatedCompositeFieldContainer[_errors_pb2.Field]
    def __init__(self, module: _Optional[str] = ..., name: _Optional[str] = ..., fields: _Optional[_Iterable[_Union[_errors_pb2.Field, _Mapping]]] = ...) -> None: ...
