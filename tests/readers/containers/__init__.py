"""Inputs that hold others: what comes out of them, and which of them are refused."""
