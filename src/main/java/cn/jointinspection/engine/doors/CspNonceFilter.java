package cn.jointinspection.engine.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes the nonce in the web apps' header the one in their page. The engine keeps the nonce in the servlet context, where
 * any request running at the same time overwrites it; the browser would then block every script and show a blank page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CspNonceFilter extends OncePerRequestFilter {

  private static final String HEADER = "Content-Security-Policy";
  private static final Pattern NONCE_IN_PAGE = Pattern.compile("nonce=\"([\\w-]+)\"");
  private static final Pattern NONCE_IN_HEADER = Pattern.compile("'nonce-[\\w-]+'");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !(path.startsWith("/camunda/app/") && (path.endsWith("/") || path.endsWith("index.html")));
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String policy = page.getHeader(HEADER);
    Matcher nonce = NONCE_IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
    if (policy != null && nonce.find()) {
      page.setHeader(HEADER, NONCE_IN_HEADER.matcher(policy).replaceAll("'nonce-" + nonce.group(1) + "'"));
    }
    page.copyBodyToResponse();
  }
}
