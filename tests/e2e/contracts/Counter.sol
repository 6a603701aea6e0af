// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice A contract as small as one that wallets and tools can be tried on.
contract Counter {
    /// @notice The counter went up.
    event Counted(address indexed who, uint256 total);

    /// @notice Too far at once.
    error StepTooBig(uint256 maximum, uint256 found);

    uint256 public total;

    /// @notice Start at a number.
    constructor(uint256 start) {
        total = start;
    }

    /// @notice Count on; returns the new total.
    function count(uint256 step) external returns (uint256) {
        if (step > 10) revert StepTooBig(10, step);
        total += step;
        emit Counted(msg.sender, total);
        return total;
    }

    /// @notice Refuse in words.
    function refuse() external pure {
        revert("not today");
    }

    /// @notice Fail as Solidity's own checks do.
    function divide(uint256 by) external pure returns (uint256) {
        return 1 / by;
    }
}
