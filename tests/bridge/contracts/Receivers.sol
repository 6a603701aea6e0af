// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IBridgeReceiver} from "../../../bridge/gateway/IVoucher.sol";

/// @notice Remembers what it was called with.
contract Recorder is IBridgeReceiver {
    address public sender;
    address public token;
    uint256 public amount;
    bytes public data;
    uint256 public calls;

    function onBridgeTransfer(
        uint256,
        uint64,
        address sender_,
        address token_,
        uint256 amount_,
        bytes calldata data_
    ) external returns (bytes4) {
        (sender, token, amount, data) = (sender_, token_, amount_, data_);
        calls++;
        return IBridgeReceiver.onBridgeTransfer.selector;
    }

    receive() external payable {}
}

/// @notice Takes the call and answers something else.
contract Stranger {
    fallback() external payable {}
}

/// @notice Refuses everything.
contract Refuser {
    fallback() external payable {
        revert("no");
    }
}

/// @notice Needs 390,000 gas for each byte it is sent, and says how much it was given.
contract Glutton is IBridgeReceiver {
    uint256 public given;

    function onBridgeTransfer(
        uint256,
        uint64,
        address,
        address,
        uint256,
        bytes calldata data
    ) external returns (bytes4) {
        uint256 left = gasleft();
        given = left;
        while (left - gasleft() < 390_000 * data.length) {}
        return IBridgeReceiver.onBridgeTransfer.selector;
    }

    receive() external payable {}
}

/// @notice Calls the gateway back with whatever it was sent.
contract Intruder is IBridgeReceiver {
    bytes4 public refusal;

    function onBridgeTransfer(
        uint256,
        uint64,
        address,
        address,
        uint256,
        bytes calldata data
    ) external returns (bytes4) {
        (bool done, bytes memory output) = msg.sender.call(data);
        require(!done, "came in");
        refusal = bytes4(output);
        return IBridgeReceiver.onBridgeTransfer.selector;
    }

    receive() external payable {}
}
