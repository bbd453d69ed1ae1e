package dev.headroom.gateway.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Base64;

/** A WebSocket by hand, for what no decent client sends. */
public final class RawSocket implements AutoCloseable {

  /** The connection ended without a word. */
  public static final int CUT = 1006;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
    socket.setSoTimeout(15_000);
  }

  public static RawSocket connect(int port, String station, String password) throws IOException {
    RawSocket raw = new RawSocket(new Socket("127.0.0.1", port));
    String pair = Base64.getEncoder().encodeToString((station + ":" + password).getBytes(UTF_8));
    raw.out.write(
        """
        GET /ocpp/%s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Protocol: ocpp1.6\r
        Authorization: Basic %s\r
        \r
        """
            .formatted(station, port, pair)
            .getBytes(UTF_8));
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      head += (char) raw.in.readUnsignedByte();
    }
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException(head);
    }
    return raw;
  }

  /** Announces a masked text frame of this length and sends nothing of it. */
  public void sendHeaderOfText(int length) throws IOException {
    out.write(new byte[] {(byte) 0x81, (byte) 0xff});
    out.writeLong(length);
    out.writeInt(0);
    out.flush();
  }

  /** Reads frames until the one that closes, and returns its code. */
  public int closeCode() throws IOException {
    try {
      return readToTheClose();
    } catch (EOFException | SocketException cut) {
      return CUT;
    }
  }

  private int readToTheClose() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      if (opcode == 8) {
        return length >= 2 ? in.readUnsignedShort() : 1005;
      }
      in.skipNBytes(length);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
