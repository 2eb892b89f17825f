"""Start the command line: `advisory ...` or `python -m advisory ...`."""

from advisory.cli.app import main

if __name__ == "__main__":
    main()
