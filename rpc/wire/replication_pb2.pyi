from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class GenesisRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GenesisResponse(_message.Message):
    __slots__ = ("part",)
    PART_FIELD_NUMBER: _ClassVar[int]
    part: bytes
    def __init__(self, part: _Optional[bytes] = ...) -> None: ...

class FollowRequest(_message.Message):
    __slots__ = ("from_height",)
    FROM_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    from_height: int
    def __init__(self, from_height: _Optional[int] = ...) -> None: ...

class FollowResponse(_message.Message):
    __slots__ = ("height", "part", "is_last", "head_height")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    IS_LAST_FIELD_NUMBER: _ClassVar[int]
    HEAD_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    height: int
    part: bytes
    is_last: bool
    head_height: int
    def __init__(self, height: _Optional[int] = ..., part: _Optional[bytes] = ..., is_last: _Optional[bool] = ..., head_height: _Optional[int] = ...) -> None: ...
