package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.intake.IntakeRefused.FileUnfit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file while it comes in, refused once it is too large. */
final class AtMost extends FilterInputStream {

  private final long bytes;
  private final String fileName;
  private long read;

  AtMost(InputStream in, long bytes, String fileName) {
    super(in);
    this.bytes = bytes;
    this.fileName = fileName;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int got = super.read(buffer, from, length);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int more) {
    read += more;
    if (read > bytes) {
      throw new FileUnfit("文件“" + fileName + "”超过 " + (bytes >> 20) + " MB。请分成几份提交。");
    }
  }
}
