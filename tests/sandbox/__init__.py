"""Tests of the stand-ins: every shape and every fault, over loopback."""
