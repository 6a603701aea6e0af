// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What forge's machine does for a test; only what these tests use.
interface Cheats {
    function addr(uint256 key) external pure returns (address);

    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function warp(uint256 timestampS) external;

    function deal(address who, uint256 balance) external;

    function prank(address sender) external;
}

/// @notice Where forge keeps them.
abstract contract Cheating {
    Cheats internal constant vm = Cheats(address(uint160(uint256(keccak256("hevm cheat code")))));
}
