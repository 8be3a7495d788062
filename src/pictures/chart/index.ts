/** Pictures of the chart: what leads out of where it stands, and the whole course. */
export { chartPicture, type ToldChart } from "./chart.ts";
export { coursePicture } from "./course.ts";
