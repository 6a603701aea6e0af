// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Gateway, Order} from "../../../bridge/gateway/Gateway.sol";

/// @notice The least that is an ERC-20; anyone may have as much as they like.
contract PlainToken {
    uint256 public totalSupply;
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) public virtual {
        balanceOf[to] += amount;
        totalSupply += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) public virtual returns (bool) {
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public virtual returns (bool) {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
        return true;
    }

    function _move(address from, address to, uint256 amount) internal virtual {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice Keeps a hundredth of whatever is moved.
contract FeeToken is PlainToken {
    function _move(address from, address to, uint256 amount) internal override {
        super._move(from, to, amount - amount / 100);
        balanceOf[from] -= amount / 100;
        totalSupply -= amount / 100;
    }
}

/// @notice Says that it has moved, and has not.
contract LyingToken is PlainToken {
    function _move(address, address, uint256) internal override {}
}

/// @notice Refuses to pay whom it does not like.
contract StrictToken is PlainToken {
    mapping(address account => bool) public isBarred;

    function bar(address account, bool is_) external {
        isBarred[account] = is_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return !isBarred[to] && super.transfer(to, amount);
    }
}

/// @notice Calls the gateway back while it is being moved.
contract ReentrantToken is PlainToken {
    Gateway public gateway;
    Order private _order;
    bool public wasRefused;

    function arm(Gateway gateway_, Order calldata order) external {
        (gateway, _order) = (gateway_, order);
    }

    function _move(address from, address to, uint256 amount) internal override {
        super._move(from, to, amount);
        if (address(gateway) == address(0)) return;
        (bool done, bytes memory output) = address(gateway).call(abi.encodeCall(Gateway.send, (_order)));
        wasRefused = !done && bytes4(output) == bytes4(keccak256("Reentered()"));
        require(!done, "sent twice");
    }
}
