@Sendable
class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}

@Sendable
export class NamedPoint extends Point {
  name = '';
}

const point: Point = new NamedPoint(1, 2);
point.x = point.y;
