package news.piton.canary.httpanywhere.shop.internal.posting;

import io.helidon.webserver.http.Handler;

class Route {
    Handler handler = (request, response) -> response.send();
}
