"""Runs the real program: indexes the shipped corpus, starts a real server on a free port, asks it.

The program comes from GUIDEPOST_PROGRAM; the corpus is the repository's own.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("GUIDEPOST_PROGRAM", str(ROOT / "build/release/guidepost"))
CORPUS = ROOT / "corpus"


def run(*words, check=None, env=None):
    """The finished process of `guidepost WORDS`; `check` is the exit status it must have."""
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, "NO_COLOR": "1", **(env or {})})
    if check is not None and done.returncode != check:
        raise AssertionError(f"guidepost {' '.join(map(str, words))}: exit {done.returncode}, not {check}\n"
                             f"{done.stdout}\n{done.stderr}")
    return done


def build_index(directory, corpus=CORPUS, *options):
    return run("index", corpus, "--index", directory, "--full", *options, check=0)


class IndexedCorpus(unittest.TestCase):
    """A test over one index of the corpus: `root` is a folder of its own, `index` the index in it."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name)
        cls.index = cls.root / "index"
        build_index(cls.index)


class Server:
    """A server of its own process; `with Server(index) as server: server.get("/v1/search", q="go")`."""

    def __init__(self, index, *options):
        self.process = subprocess.Popen([PROGRAM, "serve", "--index", str(index), "--listen", "127.0.0.1:0", *options],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.log = []
        self.url = None
        for line in self.process.stderr:
            self.log.append(line)
            found = re.search(r"listening on (http://[0-9.:]+)", line)
            if found:
                self.url = found.group(1)
                break
        if self.url is None:
            raise AssertionError("the server did not start: " + "".join(self.log))
        self.reader = threading.Thread(target=self._read_log, daemon=True)
        self.reader.start()

    def _read_log(self):
        for line in self.process.stderr:
            self.log.append(line)

    def request(self, path, method="GET", **parameters):
        """(status, headers, body) of an answer, errors included. Lists repeat a parameter."""
        query = urllib.parse.urlencode(parameters, doseq=True)
        url = self.url + path + ("?" + query if query else "")
        try:
            with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=30) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read()

    def post(self, path, body, content_type="application/json"):
        """(status, JSON) of an answer; `body` is what is sent as JSON, or bytes to send as they are."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers={"Content-Type": content_type})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read())

    def get(self, path, **parameters):
        status, _, body = self.request(path, **parameters)
        if status != 200:
            raise AssertionError(f"{path} {parameters}: {status} {body[:500]}")
        return json.loads(body)

    def search(self, text, **parameters):
        return self.get("/v1/search", q=text, **parameters)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        status = self.process.wait(timeout=30)
        self.reader.join(timeout=5)
        self.process.stderr.close()
        return status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class ServedCorpus(unittest.TestCase):
    """The shipped corpus, indexed in a temporary directory and served once for a test class: `index` and `server`."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.index = pathlib.Path(cls.folder.name) / "index"
        build_index(cls.index)
        cls.server = Server(cls.index)
        cls.addClassCleanup(cls.server.stop)
